// Chromium without a window, driven over its own pipe (the DevTools protocol), so that no driver has to be installed.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class Chromium {
  #profile = mkdtempSync(join(tmpdir(), 'chromium-'));
  #calls = new Map();
  #next = 1;
  #rest = '';

  constructor(program) {
    // No sandbox: tests may run as root in a container, on pages that we made. The proxy of nobody: a page that asks for anything gets nothing.
    this.process = spawn(program, ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--disable-extensions',
      '--disable-background-networking', '--disable-component-update', '--proxy-server=127.0.0.1:1', '--hide-scrollbars', `--user-data-dir=${this.#profile}`,
      '--remote-debugging-pipe', 'about:blank'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.events = [];
    this.process.stdio[4].setEncoding('utf8').on('data', (text) => this.#receive(text));
    this.ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.ended.then(() => this.#calls.forEach(({ reject }) => reject(new Error('Chromium ended'))));
  }

  send(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    return new Promise((resolve, reject) => this.#calls.set(id, { resolve, reject }));
  }

  async close() {
    await this.send('Browser.close').catch(() => {});
    await this.ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #receive(text) {
    const messages = (this.#rest + text).split('\0');
    this.#rest = messages.pop();
    for (const message of messages.map((one) => JSON.parse(one))) {
      if (message.id === undefined) {
        this.events.push(message);
        continue;
      }
      const call = this.#calls.get(message.id);
      this.#calls.delete(message.id);
      if (message.error) call.reject(new Error(message.error.message));
      else call.resolve(message.result);
    }
  }
}
