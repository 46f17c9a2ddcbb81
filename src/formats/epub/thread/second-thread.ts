import { Worker } from 'node:worker_threads';
import type { Fault } from '../check/fault.js';
import type { Work } from './work.js';

/** One piece of work, as it is sent over. */
export interface Task {
  readonly number: number;
  readonly name: 'deflate' | 'validate';
  readonly bytes: Uint8Array;
}

interface Answer {
  readonly number: number;
  readonly result?: unknown;
  readonly error?: string;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** A second thread, so that packing and the validator go on beside the making of the book. */
export class SecondThread implements Work {
  private readonly worker = new Worker(new URL('./run.js', import.meta.url), {
    // What it makes lives short, and it is not to take more room than that needs.
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
  });
  private readonly waiting = new Map<number, Waiting>();
  private next = 0;

  constructor() {
    // A run that ends otherwise does not wait for it.
    this.worker.unref();
    this.worker.on('message', ({ number, result, error }: Answer) => {
      const waiting = this.waiting.get(number);
      this.waiting.delete(number);
      if (this.waiting.size === 0) this.worker.unref();
      if (error === undefined) waiting?.resolve(result as never);
      else waiting?.reject(new Error(error));
    });
    this.worker.on('error', (error: Error) => this.giveUp(error));
    this.worker.on('exit', () => this.giveUp(new Error('The second thread has ended')));
  }

  deflate(bytes: Uint8Array): Promise<Uint8Array> {
    return this.send('deflate', bytes);
  }

  validate(bytes: Uint8Array): Promise<Fault[]> {
    return this.send('validate', bytes);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private send<Result>(name: Task['name'], bytes: Uint8Array): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const number = this.next++;
      this.waiting.set(number, { resolve, reject });
      this.worker.ref();
      const whole = bytes.byteLength === bytes.buffer.byteLength;
      this.worker.postMessage(
        { number, name, bytes } satisfies Task,
        whole ? [bytes.buffer as ArrayBuffer] : [],
      );
    });
  }

  private giveUp(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
