import { defineConfig } from 'vitest/config';

/** Folders whose files share the modules they load: nothing in them is changed for the whole process. */
const sharing = ['tests/unit/**', 'tests/engine/**', 'tests/fuzz/**'];

export default defineConfig({
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'screens',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: sharing,
        },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          include: sharing.map((folder) => `${folder}/*.test.ts`),
          isolate: false,
        },
      },
    ],
  },
});
