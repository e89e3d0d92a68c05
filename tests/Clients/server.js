// The real server over the real seeds, in its own process on a free loopback port.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));
const patience = 60_000;

/** The program that `dotnet build` made last: its arguments up to the command's name. */
export function program() {
  const built = ['Debug', 'Release']
    .map(configuration => join(repository, 'src/StrategyGraph.Server/bin', configuration, 'net10.0/strategygraph.dll'))
    .filter(existsSync)
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  if (built.length === 0) throw new Error('The server is not built: run `dotnet build` first.');
  return ['dotnet', built[0]];
}

/**
 * Starts the server and waits until it says that it is ready. It ends with `stop`, and with this process however that ends.
 * @returns {Promise<{ url: string, releases: string, stop: () => Promise<void> }>} `url` ends with /graphql; `releases` is its folder.
 */
export async function startServer() {
  const releases = mkdtempSync(join(tmpdir(), 'strategygraph-clients-'));
  const { ASPNETCORE_URLS, ...env } = process.env;
  const [dotnet, ...args] = program();
  const child = spawn(dotnet, [...args, 'serve', '--urls', 'http://127.0.0.1:0', '--plans', join(repository, 'seeds'), '--releases', releases], {
    env, stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise(resolve => child.once('exit', resolve));
  const clear = () => {
    child.kill('SIGKILL');
    rmSync(releases, { recursive: true, force: true });
  };
  const interrupted = () => process.exit(1);
  process.once('exit', clear).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const stop = async () => {
    process.off('exit', clear).off('SIGINT', interrupted).off('SIGTERM', interrupted);
    child.kill();
    await ended;
    rmSync(releases, { recursive: true, force: true });
  };

  try {
    const url = await within(patience, Promise.race([
      address(child.stdout),
      ended.then(code => { throw new Error(`The server ended with exit code ${code} before it listened.`); }),
    ]));
    const ready = await fetch(new URL('/health/ready', url));
    if (!ready.ok) throw new Error(`The server listens and is not ready: ${ready.status}.`);
    return { url, releases, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function address(output) {
  return new Promise(resolve => createInterface({ input: output }).on('line', line => {
    const url = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(line)?.[0];
    if (url) resolve(url);
  }));
}

async function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`The server did not listen within ${milliseconds / 1000} s.`)), milliseconds); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
