// The workers must be set up before GraphiQL loads the editor.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import defaultQuery from './default.graphql?raw';

// The page is served at the address it queries, by HTTP and, for subscriptions, by WebSocket.
const url = window.location.origin + window.location.pathname;
const fetcher = createGraphiQLFetcher({ url, wsClient: createClient({ url: url.replace(/^http/, 'ws') }) });

// The editor boxes characters that look like Latin ones, （ and ！ and Ⅰ among them, which Japanese text is full of.
// GraphiQL loads the same module: its editors are there already, or yet to come; such a one is told of while it is being made.
import('monaco-graphql/esm/monaco-editor.js').then(({ editor }) => {
  const leaveUnboxed = one => one.updateOptions({ unicodeHighlight: { ambiguousCharacters: false } });
  editor.getEditors().forEach(leaveUnboxed);
  editor.onDidCreateEditor(one => queueMicrotask(() => leaveUnboxed(one)));
});

createRoot(document.getElementById('explorer')).render(
  createElement(GraphiQL, { fetcher, defaultQuery }, createElement(GraphiQL.Logo, null, 'StrategyGraph')),
);
