// Builds the explorer into dist/, as a step of the server's build. Prints one line; exits with 0 when dist/ is complete, else with 1.
// Several builds may ask at once: they take turns, and whoever finds the work done leaves it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

// The same files as Explorer.targets names.
const sources = fs.readdirSync('.').filter(file => file === '.npmrc' || /\.(css|graphql|html|js|json|svg)$/.test(file)).sort();
const stamp = 'dist/.built';
const lock = '../obj/explorer.lock';
const failure = '../obj/explorer.failed';
const minute = 60_000;

fs.mkdirSync('../obj', { recursive: true });
const version = digest(sources);

await takeTurn();
try {
  process.exitCode = (await build()) ? 0 : 1;
} finally {
  fs.rmSync(lock, { force: true });
}

async function build() {
  if (read(stamp) === version) {
    // Only the time stamps of the sources differ: make dist/ the newer one.
    fs.writeFileSync(stamp, version);
    return true;
  }

  // A failed attempt can take a minute (no network), so the next one waits until the sources change or an hour has passed.
  if (!process.argv.includes('--retry') && read(failure) === version && Date.now() - fs.statSync(failure).mtimeMs < 60 * minute) {
    return notBuilt('the last attempt failed; it is repeated after an hour, or at once by `npm run build -- --retry` in src/StrategyGraph.Server/Explorer');
  }

  const start = Date.now();
  try {
    checkNode();
    install();
    await bundle();
  } catch (error) {
    fs.writeFileSync(failure, version);
    return notBuilt(error.message);
  }

  fs.rmSync(failure, { force: true });
  console.log(`Explorer: built in ${Math.round((Date.now() - start) / 1000)} s.`);
  return true;
}

function notBuilt(reason) {
  console.log(`Explorer: not built: ${reason}. The server works without it.`);
  return false;
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`it needs Node.js 20.19 or later, and this is ${process.version}`);
}

function install() {
  const installed = 'node_modules/.explorer';
  const wanted = digest(['package-lock.json']);
  if (read(installed) === wanted) return;

  const windows = process.platform === 'win32';
  const npm = spawnSync(windows ? 'npm.cmd' : 'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1', '--fetch-timeout=60000', '--loglevel=error'],
    { shell: windows, encoding: 'utf8', timeout: 10 * minute });
  if (npm.error) throw new Error(`npm could not be run (${npm.error.message})`);
  if (npm.status !== 0) throw new Error(`npm ci failed (${npm.stderr.trim().split('\n')[0].replace(/^npm error /, '')})`);
  fs.writeFileSync(installed, wanted);
}

/** Into a folder aside, so that dist/ is never half a build. */
async function bundle() {
  const aside = '../obj/explorer';
  const vite = await import('vite');
  await vite.build({ logLevel: 'error', build: { outDir: aside, emptyOutDir: true } });
  await Promise.all(fs.readdirSync(aside, { recursive: true }).map(file => compress(path.join(aside, file))));
  fs.writeFileSync(path.join(aside, path.basename(stamp)), version);
  fs.rmSync('dist', { recursive: true, force: true });
  fs.renameSync(aside, 'dist');
}

/** Compressed forms beside each file that gains by them, for the server to send as they are. */
async function compress(file) {
  if (!/\.(css|html|js|json|svg|ttf)$/.test(file)) return;

  const content = fs.readFileSync(file);
  const forms = {
    '.br': await promisify(zlib.brotliCompress)(content, {
      params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
    '.gz': await promisify(zlib.gzip)(content, { level: 9 }),
  };
  for (const [extension, form] of Object.entries(forms)) {
    if (form.length < content.length * 0.9) fs.writeFileSync(file + extension, form);
  }
}

async function takeTurn() {
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }

    if (isAbandoned(lock)) fs.rmSync(lock, { force: true });
    else await new Promise(resolve => setTimeout(resolve, 200));
  }
}

/** Whoever held the lock is gone, or was stopped before it wrote its process id. */
function isAbandoned(file) {
  try {
    const holder = Number(fs.readFileSync(file, 'utf8'));
    if (holder === 0) return Date.now() - fs.statSync(file).mtimeMs > minute;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(fs.readFileSync(file));
  return hash.digest('hex');
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}
