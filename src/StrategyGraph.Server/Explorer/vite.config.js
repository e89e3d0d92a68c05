import { defineConfig } from 'vite';

// The page is served at …/graphql and its assets below …/graphql/explorer/. The page names them relative to itself, so that
// a proxy may put the server under any path; the assets name each other relative to themselves.
export default defineConfig({
  base: './',
  worker: { format: 'es' },
  build: { chunkSizeWarningLimit: 10_000 },
  experimental: {
    renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `graphql/explorer/${file}` : { relative: true }),
  },
});
