import type { TestProject } from 'vitest/node';
import { launchBrowser } from './browser';
import { servePage } from './server';

declare module 'vitest' {
  export interface ProvidedContext {
    pageUrl: string;
    browserEndpoint: string;
  }
}

/** Starts one server and one browser for all end-to-end tests; gives what ends them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await servePage();
  const browser = await launchBrowser();
  project.provide('pageUrl', server.url);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    server.close();
  };
}
