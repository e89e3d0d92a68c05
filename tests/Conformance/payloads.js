// What the payloads of an incremental answer come to, merged as a client would, and whether a client could.

/** @returns what is compared, entry by entry; `broken` where a client could make nothing of it */
export function delivered(payloads) {
  const [{ data = null, errors = [], pending = [], hasNext = false }] = payloads;
  const entries = [`first ${JSON.stringify({ data, pending, hasNext })}`, ...errors.map((e) => `first error ${textOf(e)}`)];
  try {
    return [...entries, ...new Merge(payloads[0]).all(payloads.slice(1))];
  } catch (error) {
    return [...entries, `broken ${error.message}`];
  }
}

class Merge {
  #response;
  #hasNext;
  #pending = new Map();
  #entries = [];

  constructor({ data = null, pending = [], hasNext = false }) {
    this.#response = { data: structuredClone(data) };
    this.#hasNext = hasNext;
    pending.forEach((p) => this.#begin(p));
  }

  all(payloads) {
    for (const payload of payloads) this.#add(payload);
    if (this.#hasNext) throw new Error('the last payload says that another follows');
    if (this.#pending.size > 0) throw new Error(`never completed: ${[...this.#pending.keys()].join(' ')}`);
    return [`data ${JSON.stringify(inOrder(this.#response.data))}`, ...this.#entries.sort()];
  }

  #add({ hasNext, pending = [], incremental = [], completed = [] }) {
    if (!this.#hasNext) throw new Error('a payload follows the last');
    this.#hasNext = hasNext;
    const before = new Map(this.#pending);
    for (const p of pending) this.#pending.set(p.id, p);
    for (const { id, subPath = [], data, items, errors = [] } of incremental) {
      const place = this.#at([...this.#known(id).path, ...subPath]);
      if (items) place.push(...structuredClone(items));
      else Object.entries(structuredClone(data)).forEach(([key, value]) => fill(place, key, value));
      this.#entries.push(...errors.map((e) => `error ${textOf(e)}`));
    }
    // Only now, as this payload may bring the place where it is.
    for (const p of pending) this.#begin(p, before);
    for (const { id, errors = [] } of completed) {
      const { path, label } = this.#known(id);
      if (errors.length > 0) this.#entries.push(`failed ${JSON.stringify([path, label])} ${errors.map(textOf).join(' ')}`);
      this.#pending.delete(id);
    }
  }

  #begin(pending, before = this.#pending) {
    if (before.has(pending.id)) throw new Error(`${pending.id} is announced twice`);
    this.#at(pending.path);
    this.#pending.set(pending.id, pending);
    this.#entries.push(`pending ${JSON.stringify([pending.path, pending.label])}`);
  }

  #known(id) {
    return this.#pending.get(id) ?? fail(`${id} is not pending`);
  }

  #at(path) {
    return path.reduce((value, key) => value?.[key], this.#response.data) ?? fail(`there is nothing at ${JSON.stringify(path)}`);
  }
}

/** Puts in what is deferred: objects and lists that are there already are completed, nothing is changed. */
function fill(place, key, value) {
  const there = place[key];
  if (there === undefined) place[key] = value;
  else if (there === null || typeof there !== 'object') same(there, value);
  else for (const [inner, each] of Object.entries(value)) fill(there, inner, each);
}

function same(there, value) {
  if (there !== value) fail(`${JSON.stringify(there)} is sent again as ${JSON.stringify(value)}`);
}

function fail(message) {
  throw new Error(message);
}

/** Fields that come later stand later; which come first is left to each side. */
function inOrder(value) {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, inOrder(value[key])]));
}

const textOf = ({ path = [], locations = [], message }) => `${path.join('.')} at ${locations.map((l) => `${l.line}:${l.column}`).join(' ')}: ${message}`;
