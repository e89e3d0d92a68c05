import assert from 'node:assert/strict';
import { afterEach } from 'node:test';
import { format } from 'node:util';

/** A client that warns has found something it does not like in an answer or a schema: each warning and error on the console fails its test. */
export function failOnComplaints() {
  const complaints = [];
  for (const method of ['warn', 'error']) console[method] = (...words) => complaints.push(`${method}: ${format(...words)}`);
  afterEach(() => assert.deepEqual(complaints.splice(0), []));
}
