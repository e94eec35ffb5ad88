import type { DnsReason } from './dnsReason';

/** What programs that deal with names do and are told, for the transcript. */
export function dnsToldText(reason: DnsReason): string {
  switch (reason.kind) {
    case 'nameLookedUp':
      return `${reason.name} ${reason.type} is ${reason.data}${after(reason)}`;
    case 'nameAbsent':
      return `there is no ${reason.name}${after(reason)}`;
    case 'dataAbsent':
      return `${reason.name} has no ${reason.type}${after(reason)}`;
    case 'lookupFailed':
      return `${reason.name} ${reason.type}: the resolver failed${after(reason)}`;
    case 'lookupTimedOut':
      return `${reason.name} ${reason.type}: no answer${after(reason)}`;
    case 'recordsCached':
      return `${reason.name} ${reason.type} ${reason.data} for ${reason.ttlSeconds} s`;
    case 'absenceCached':
      return `no ${nameAndType(reason)} for ${reason.ttlSeconds} s`;
    case 'ttlOver':
      return nameAndType(reason);
    case 'wildcardAnswered':
    case 'nameAnswered':
    case 'answeredFromCache':
    case 'answeredFromSearch':
      return `answers ${nameAndType(reason)} over TCP`;
    case 'nameAskedOverTcp':
      return `asks for ${reason.name} ${reason.type} over TCP`;
    default:
      return 'name' in reason ? `${reason.kind} ${reason.name}` : reason.kind;
  }
}

function nameAndType({ name, type }: { readonly name: string; readonly type: string }): string {
  return type === '' ? name : `${name} ${type}`;
}

function after({ afterNs }: { readonly afterNs: number }): string {
  return ` in ${afterNs / 1e6} ms`;
}
