/** The pages: src/web, bundled into dist/web by scripts/build-web.mjs. One chunk per screen; names carry a hash of what is in them. */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: path.join(import.meta.dirname, 'src/web'),
  plugins: [react()],
  build: {
    outDir: path.join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // The content policy allows no data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // The pages for people without an account are an entry of their own: they load nothing of the app.
      input: { index: path.join(import.meta.dirname, 'src/web/index.html'), ask: path.join(import.meta.dirname, 'src/web/ask.html') },
      output: {
        // What changes with every release stands apart from what does not.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|wouter|@tanstack[\\/](react-query|query-core))[\\/]/,
              priority: 3,
            },
            { name: 'look', test: /src[\\/]web[\\/]theme[\\/](fonts|tokens|base|print)\.css|@fontsource/, priority: 4 },
            // What the pages without an account need, too.
            {
              name: 'plain',
              test: /preload-helper|src[\\/]web[\\/](state[\\/](api|problem|doing)|components[\\/]fields[\\/](Field|TextField|WordsField)\.)|src[\\/]views[\\/]words[\\/]format|src[\\/]kernel[\\/](day|money)\./,
              priority: 3,
            },
            // What nearly every page is made of comes as one file instead of twenty.
            {
              name: 'parts',
              test: /src[\\/](domain[\\/](?!workshop[\\/](room|deck|output))|views[\\/](words[\\/]values|agreements[\\/]to-sign))|src[\\/]web[\\/](state[\\/](?!refusals-told|rule\.|use-forecast|use-lags)|places|keyboard|theme|components[\\/](?!.*(Dialog|Table|Drawer|History|Comments))[A-Za-z]+\.|components[\\/](thread|figure[\\/](Figure|Unknown|opening)))/,
              minShareCount: 2,
              priority: 2,
            },
          ],
        },
      },
    },
  },
  // `npx vite` serves the pages as they are written, against a server that runs beside it.
  server: { proxy: { '/api': { target: process.env['LOCKSTEP_SERVER'] ?? 'http://localhost:4000', changeOrigin: true } } },
});
