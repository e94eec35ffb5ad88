import type { builder } from '../../i18n/en/builder';

/** Names of `builder.field`. */
export type FieldKey = keyof (typeof builder)['field'];

/** One thing about something built that can be changed; `write` gives what it was written into, changed. */
export type FieldSpec<T> =
  | {
      readonly kind: 'number';
      readonly key: FieldKey;
      readonly value: number;
      /** How much of what is stored is one of what is shown: 1e6 for ns as ms. */
      readonly unit: number;
      readonly least: number;
      readonly most: number;
      readonly write: (value: number) => T;
    }
  | {
      readonly kind: 'text';
      readonly key: FieldKey;
      readonly value: string;
      /** Why it cannot be that, or null. */
      readonly check: (text: string) => TextProblem | null;
      readonly write: (text: string) => T;
    }
  | {
      readonly kind: 'choice' | 'address';
      readonly key: FieldKey;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly text?: string }[];
      readonly write: (value: string) => T;
    }
  | {
      readonly kind: 'switch';
      readonly key: FieldKey;
      readonly value: boolean;
      readonly write: (value: boolean) => T;
    };

/** Sentences of `builder.wrong`. */
export type TextProblem =
  | 'address'
  | 'name'
  | 'nameTaken'
  | 'tooLong'
  | 'url'
  | 'doors'
  | 'forwards'
  | 'domain';
