// The engine under test, behind a pipe: jobs in, answers out (Host/Job.cs), a line of JSON for as many as are asked at once, in the same order.
import { execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('./Host', import.meta.url));

export function build() {
  const log = execFileSync('dotnet', ['build', project, '-c', 'Release', '-v', 'q', '--nologo'], { encoding: 'utf8', env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1' } });
  if (/warning|error/.test(log.replace(/0 (Warning|Error)\(s\)/g, ''))) console.log(log);
}

export class Host {
  #process = spawn('dotnet', [`${project}/bin/Release/net10.0/StrategyGraph.Conformance.Host.dll`], { stdio: ['pipe', 'pipe', 'inherit'] });
  #batch = [];
  #waiting = [];
  #rest = [];
  #sdl;

  constructor() {
    this.#process.stdout.setEncoding('utf8').on('data', (chunk) => this.#read(chunk));
    this.#process.stdin.on('error', () => {});
    this.#process.on('close', () => {
      for (const { reject } of this.#waiting) reject(new Error('The host died of this job, or of one asked with it.'));
      this.#waiting = [];
    });
  }

  ask(job) {
    if (this.#batch.push(job) === 1) setImmediate(() => this.#send());
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  close() {
    this.#process.stdin.end();
  }

  #send() {
    const jobs = this.#batch.map(({ sdl, ...rest }) => {
      // The host remembers the last schema.
      if (sdl === this.#sdl || sdl === undefined) return rest;
      this.#sdl = sdl;
      return { sdl, ...rest };
    });
    this.#batch = [];
    this.#process.stdin.write(JSON.stringify(jobs) + '\n');
  }

  #read(chunk) {
    const lines = chunk.split('\n');
    this.#rest.push(lines[0]);
    for (let i = 1; i < lines.length; i++) {
      for (const answer of JSON.parse(this.#rest.join(''))) this.#waiting.shift().resolve(answer);
      this.#rest = [lines[i]];
    }
  }
}
