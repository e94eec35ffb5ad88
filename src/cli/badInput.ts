/** What a person gave cannot be used; the message is the one line they see. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
