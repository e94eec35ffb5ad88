import { defineConfig } from 'vitest/config';

/** Far beyond what a test takes: it ends what hangs, and says nothing about speed. */
const TEST_TIMEOUT_MS = 60_000;
/** Journeys launch a page, load fonts and wait for a worker on a shared machine. */
const E2E_TIMEOUT_MS = 180_000;
const PROPERTY_TIMEOUT_MS = 300_000;
/** A journey looks again until the page shows what it should; this ends the looking, and says nothing about speed. */
const E2E_POLL_MS = 20_000;

/** Nothing lives outside of what a test makes: loading every module anew for each file took longer than the tests. */
const isolate = false;

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          isolate,
          include: ['src/**/*.test.{ts,tsx}', 'tests/*.test.ts'],
          testTimeout: TEST_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'properties',
          isolate,
          include: ['tests/properties/**/*.test.ts'],
          testTimeout: PROPERTY_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'conformance',
          isolate,
          include: ['tests/conformance/**/*.test.ts'],
          testTimeout: TEST_TIMEOUT_MS,
        },
      },
      {
        test: {
          name: 'e2e',
          isolate,
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/globalSetup.ts',
          testTimeout: E2E_TIMEOUT_MS,
          hookTimeout: E2E_TIMEOUT_MS,
          expect: { poll: { timeout: E2E_POLL_MS } },
          // Pages wait more than they work: two at once take little more time than one, also on two cores.
          maxWorkers: 2,
        },
      },
    ],
  },
});
