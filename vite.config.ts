import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Parts that stand on every page, in one file: twenty small ones pack worse and have to be named one by one. */
const EVERYWHERE =
  /@mantine.core.esm.(core|components.(ActionIcon|Alert|Anchor|Badge|Button|Card|Center|Checkbox|CloseButton|Collapse|Group|Input|InputBase|Loader|Paper|SimpleGrid|Stack|Text|TextInput|Title|Transition|UnstyledButton))./

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
      output: { codeSplitting: { groups: [{ name: 'base', test: EVERYWHERE }] } },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
