import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    sourcemap: false,
    manifest: true,
    chunkSizeWarningLimit: 700,
    // Words do nothing when they are loaded: each room's go into the chunks of the pages that use them.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/src\/vocabulary\//, sideEffects: false }] },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
