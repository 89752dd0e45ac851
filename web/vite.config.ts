import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Everything is a file of ours: the policy of the server forbids inline scripts, styles and other sites. */
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://localhost:3000', '/wall': 'http://localhost:3000' } },
});
