import { describe, expect, it } from 'vitest';
import { dnsQuestion } from './dnsQuestion';

const HEADER = [0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0];
const name = (...labels: string[]): number[] => [
  ...labels.flatMap((label) => [label.length, ...new TextEncoder().encode(label)]),
  0,
];
const ask = (labels: readonly string[], type: number): Uint8Array =>
  Uint8Array.from([...HEADER, ...name(...labels), type >> 8, type & 255, 0, 1]);

describe('the question of a DNS message', () => {
  it('is its type and name', () => {
    expect(dnsQuestion(ask(['www', 'example', 'com'], 1))).toBe('A? www.example.com');
    expect(dnsQuestion(ask(['example'], 28))).toBe('AAAA? example');
    expect(dnsQuestion(ask([], 2))).toBe('NS? .');
    expect(dnsQuestion(ask(['a'], 999))).toBe('TYPE999? a');
  });

  it('is nothing in what is cut off, empty or no question', () => {
    const whole = ask(['www', 'example', 'com'], 1);
    for (let length = 0; length < whole.length - 2; length += 1) {
      expect(dnsQuestion(whole.subarray(0, length))).toBeNull();
    }
    const answerOnly = Uint8Array.from(whole);
    answerOnly[5] = 0;
    expect(dnsQuestion(answerOnly)).toBeNull();
    expect(dnsQuestion(Uint8Array.from([...HEADER, 0xc0, 12, 0, 1, 0, 1]))).toBeNull();
  });
});
