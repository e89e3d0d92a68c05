// Random numbers that a seed repeats (sfc32 over a hash of the seed's parts).

/** @param {...(string|number)} seed */
export function random(...seed) {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  for (const code of seed.join('/')) mix(code.codePointAt(0));
  for (let i = 0; i < 12; i++) bits();

  function mix(code) {
    a = Math.imul(a ^ code, 0x85ebca6b) | 0;
    b = (Math.imul(b + code, 0xc2b2ae35) ^ (a >>> 13)) | 0;
    c = (c ^ b) | 0;
  }

  function bits() {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t | 0;
    return t >>> 0;
  }

  const chance = (probability) => bits() / 2 ** 32 < probability;
  /** From 0 to n - 1. */
  const below = (n) => Math.floor((bits() / 2 ** 32) * n);
  const pick = (list) => list[below(list.length)];
  return { chance, below, pick, between: (low, high) => low + below(high - low + 1), some: (list, probability) => list.filter(() => chance(probability)) };
}
