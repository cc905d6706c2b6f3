import { defineConfig } from '@playwright/test';

const executablePath = process.env['CHROME_PATH'];

/** The journeys: real browser, the built server with its embedded database, one server for all of them, a bot per journey. */
export default defineConfig({
  testDir: 'e2e/journeys',
  globalSetup: './e2e/globalSetup.ts',
  outputDir: '.cache/journeys',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  // A whole story each, with axe over many states, on two cores that also run the server.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    // What glides is somewhere else by the time it is clicked.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Recording every step costs a third of the time; `npx playwright test --trace on` records a journey that fails.
    trace: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // A microphone that hums, and that nobody has to allow.
      args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
