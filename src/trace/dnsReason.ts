/** What programs that deal with names do and are told. Names are canonical; `type` is that of a record, as `A`. */
export type DnsReason =
  // Why a question was sent
  | { readonly kind: 'nameAsked'; readonly name: string; readonly type: string }
  | {
      readonly kind: 'nameAskedAgain';
      readonly name: string;
      readonly type: string;
      readonly waitedNs: number;
    }
  | { readonly kind: 'nameAskedOverTcp'; readonly name: string; readonly type: string }
  /** By a resolver, of a server of `zone`. */
  | { readonly kind: 'serverAsked'; readonly name: string; readonly type: string; readonly zone: string }
  /** Of another, or the same once more: the last one did not answer, or nothing that helps. */
  | { readonly kind: 'silentServerLeft'; readonly name: string; readonly type: string; readonly zone: string }
  | {
      readonly kind: 'uselessServerLeft';
      readonly name: string;
      readonly type: string;
      readonly zone: string;
    }
  // Why an answer says what it says
  | { readonly kind: 'nameAnswered'; readonly name: string; readonly type: string }
  /** The name is not there, and `wildcard` stands for it. */
  | {
      readonly kind: 'wildcardAnswered';
      readonly name: string;
      readonly type: string;
      readonly wildcard: string;
    }
  | { readonly kind: 'nameReferred'; readonly name: string; readonly zone: string }
  | { readonly kind: 'nameDenied'; readonly name: string }
  | { readonly kind: 'dataDenied'; readonly name: string; readonly type: string }
  | { readonly kind: 'nameRefused'; readonly name: string }
  | { readonly kind: 'questionUnknown' }
  | { readonly kind: 'answerCut'; readonly limitBytes: number }
  | { readonly kind: 'answeredFromCache'; readonly name: string; readonly type: string }
  | { readonly kind: 'answeredFromSearch'; readonly name: string; readonly type: string }
  | { readonly kind: 'deniedFromCache'; readonly name: string; readonly type: string }
  | { readonly kind: 'deniedFromSearch'; readonly name: string; readonly type: string }
  | { readonly kind: 'searchFailed'; readonly name: string }
  // Why a cache changed
  | {
      readonly kind: 'recordsCached';
      readonly name: string;
      readonly type: string;
      readonly data: string;
      readonly ttlSeconds: number;
    }
  /** There is no such name (`type` is empty), or no record of that type. */
  | {
      readonly kind: 'absenceCached';
      readonly name: string;
      readonly type: string;
      readonly ttlSeconds: number;
    }
  | { readonly kind: 'ttlOver'; readonly name: string; readonly type: string }
  // What an app is told that has looked a name up
  | {
      readonly kind: 'nameLookedUp';
      readonly name: string;
      readonly type: string;
      readonly data: string;
      readonly afterNs: number;
    }
  | { readonly kind: 'nameAbsent'; readonly name: string; readonly type: string; readonly afterNs: number }
  | { readonly kind: 'dataAbsent'; readonly name: string; readonly type: string; readonly afterNs: number }
  | { readonly kind: 'lookupFailed'; readonly name: string; readonly type: string; readonly afterNs: number }
  | {
      readonly kind: 'lookupTimedOut';
      readonly name: string;
      readonly type: string;
      readonly afterNs: number;
    };
