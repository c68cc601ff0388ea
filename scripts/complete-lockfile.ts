import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lockfile, missingOptionalPackages } from './lockfile';

/**
 * `npx tsx scripts/complete-lockfile.ts`: adds to `package-lock.json` the optional packages of other platforms.
 * npm leaves them out when the registry in use does not have them, and then `npm ci` refuses the file.
 */
const path = join(import.meta.dirname, '..', 'package-lock.json');
const lockfile: Lockfile = JSON.parse(readFileSync(path, 'utf8'));
const missing = missingOptionalPackages(lockfile);
Object.assign(lockfile.packages, missing);
const ordered = Object.keys(lockfile.packages).sort();
lockfile.packages = Object.fromEntries(ordered.map((key) => [key, lockfile.packages[key] ?? {}]));
writeFileSync(path, `${JSON.stringify(lockfile, null, 2)}\n`);
console.log(Object.keys(missing).join('\n'));
