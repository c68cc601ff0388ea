import { readFileSync } from 'node:fs';

type Results = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string }[] }[];
};

/**
 * Prints `N passed, N failed` from the JSON report of the runner. A file that could not be loaded ran no test and
 * counts as one failure, named above the line. Exits with 1 when anything failed or nothing ran.
 */
function printCounts(path: string): void {
  const results: Results = JSON.parse(readFileSync(path, 'utf8'));
  const unloaded = results.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((assertion) => assertion.status !== 'failed'),
  );
  for (const { name, message } of unloaded) console.log(`could not be loaded: ${name}\n${message}`);
  const failed = results.numFailedTests + unloaded.length;
  console.log(`${results.numPassedTests} passed, ${failed} failed`);
  process.exitCode = failed > 0 || results.numPassedTests === 0 ? 1 : 0;
}

printCounts(process.argv[2] ?? 'test-results/vitest.json');
