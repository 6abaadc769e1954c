// Takes single files out of an npm package, after checking that the package is the one we mean.
// usage: node fetch-package.mjs PACKAGE VERSION SHA512-INTEGRITY FOLDER FILE=NAME...   (a NAME that ends with .gz is compressed)
import { execFileSync, execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [name, version, integrity, folder, ...wanted] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'package-'));
try {
  // Through the shell, because npm is a script on Windows; an install would pull whatever else the package asks for.
  execSync(`npm pack ${name}@${version} --ignore-scripts --fetch-retries=1 --fetch-retry-mintimeout=1000`, { cwd: work, stdio: 'ignore' });
  const tarball = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
  const found = 'sha512-' + createHash('sha512').update(readFileSync(join(work, tarball))).digest('base64');
  if (found !== integrity) {
    throw new Error(`${tarball} has the integrity ${found}, not ${integrity}`);
  }

  const files = wanted.map(pair => pair.split('='));
  execFileSync('tar', ['-xzf', tarball, ...files.map(([file]) => `package/${file}`)], { cwd: work });
  mkdirSync(folder, { recursive: true });
  // Each at one stroke, and the first one last: the build takes its presence as the sign that all is there.
  for (const [file, as] of files.reverse()) {
    const bytes = readFileSync(join(work, 'package', file));
    writeFileSync(join(folder, 'part'), as.endsWith('.gz') ? gzipSync(bytes, { level: 9 }) : bytes);
    renameSync(join(folder, 'part'), join(folder, as));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
