// Takes the chat bundle out of its npm package, after checking that the package is the one we mean.
// usage: node fetch-bundle.mjs VERSION SHA512-INTEGRITY FOLDER
import { execFileSync, execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [version, integrity, folder] = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'webchat-'));
try {
  // Through the shell, because npm is a script on Windows; an install would pull 500 MB.
  execSync(`npm pack botframework-webchat@${version} --ignore-scripts --fetch-retries=1 --fetch-retry-mintimeout=1000`, { cwd: work, stdio: 'ignore' });
  const tarball = `botframework-webchat-${version}.tgz`;
  const found = 'sha512-' + createHash('sha512').update(readFileSync(join(work, tarball))).digest('base64');
  if (found !== integrity) {
    throw new Error(`${tarball} has the integrity ${found}, not ${integrity}`);
  }

  const licence = 'webchat.js.LICENSE.txt';
  execFileSync('tar', ['-xzf', tarball, 'package/dist/webchat.js', `package/dist/${licence}`], { cwd: work });
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(work, 'package/dist', licence), join(folder, licence));
  // Last and at one stroke: the build takes its presence as the sign that all is there.
  writeFileSync(join(folder, 'part'), gzipSync(readFileSync(join(work, 'package/dist/webchat.js')), { level: 9 }));
  renameSync(join(folder, 'part'), join(folder, 'webchat.js.gz'));
} finally {
  rmSync(work, { recursive: true, force: true });
}
