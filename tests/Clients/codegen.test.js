// graphql-codegen: TypeScript from the server's introspection compiles under the strictest options, and a program written with it runs.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { codegen } from '@graphql-codegen/core';
import * as typedDocuments from '@graphql-codegen/typed-document-node';
import * as types from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildClientSchema, parse, printSchema } from 'graphql';
import { failOnComplaints } from './complaints.js';
import { introspect } from './introspection.js';
import { startServer } from './server.js';

failOnComplaints();

const run = promisify(execFile);
const source = fileURLToPath(new URL('codegen', import.meta.url));
const folder = fileURLToPath(new URL('obj/codegen', import.meta.url));

const server = await startServer();
after(server.stop);

const compiler = fileURLToPath(new URL('node_modules/typescript/bin/tsc', import.meta.url));

const scalars = { Date: 'string', DateTime: 'string', MunicipalityCode: 'string' };

test('every scalar of the schema is mapped', async () => {
  const { __schema } = await introspect(server.url);
  const own = __schema.types.filter(type => type.kind === 'SCALAR').map(type => type.name).filter(name => !['Boolean', 'Float', 'ID', 'Int', 'String'].includes(name));
  assert.deepEqual(own.sort(), Object.keys(scalars).sort());
});

test('generated types compile under strict, and a program that uses them runs', async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(source, folder, { recursive: true });
  await generate();

  // tsc says what is wrong on standard output.
  await run(process.execPath, [compiler, '-p', folder]).catch(({ stdout }) => assert.fail(stdout));
  const program = await import('./obj/codegen/program.js');
  const { published, ...found } = await program.run(server.url);
  assert.deepEqual(found, { municipality: 'Tomakomai', start: 'not printed', percent: 73, goal: 'Ⅰ', kind: 'PLEDGE_SET', role: 'GOAL', below: 'MEASURE', cursor: true, edges: 3 });
  assert.match(published, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
});

/** The whole schema's types, and those of the documents with the documents themselves. */
async function generate() {
  const schema = parse(printSchema(buildClientSchema(await introspect(server.url))));
  const documents = [{ location: 'documents.graphql', document: parse(await readFile(`${source}/documents.graphql`, 'utf8')) }];
  const config = { scalars, strictScalars: true, enumsAsTypes: true, useTypeImports: true };
  const write = async (filename, plugins) => writeFile(`${folder}/${filename}`, await codegen({
    filename, schema, documents, config, pluginMap: plugins, plugins: Object.keys(plugins).map(plugin => ({ [plugin]: {} })),
  }));
  await write('schema.ts', { types });
  await write('operations.ts', { operations, typedDocuments });
}
