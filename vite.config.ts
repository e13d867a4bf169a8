/** The pages: src/web, bundled into dist/web by scripts/build-web.mjs. */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: path.join(import.meta.dirname, 'src/web'),
  plugins: [react()],
  build: {
    target: 'es2023',
    // The content policy allows no data: addresses.
    assetsInlineLimit: 0,
  },
});
