// The workers must be set up before GraphiQL loads the editor.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import defaultQuery from './default.graphql?raw';

// The page is served at the address it queries.
const fetcher = createGraphiQLFetcher({ url: window.location.origin + window.location.pathname });

createRoot(document.getElementById('explorer')).render(
  createElement(GraphiQL, { fetcher, defaultQuery }, createElement(GraphiQL.Logo, null, 'StrategyGraph')),
);
