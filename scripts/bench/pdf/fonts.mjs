// The fonts of the annexes, for the peers: the same files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const locate = createRequire(import.meta.url).resolve;

export const fontFiles = {
  heading: {
    normal: locate('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
    bold: locate('@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
  },
  body: {
    normal: locate('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
    bold: locate('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  },
};

export const readFonts = () =>
  Object.values(fontFiles).flatMap(({ normal, bold }) => [readFileSync(normal), readFileSync(bold)]);
