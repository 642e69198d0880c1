/** A sheet that tests fill in: on A4, nothing frozen, nothing in it. */
import type { Sheet } from './tree.ts';

export const blankSheet: Sheet = {
  name: 'Sheet',
  tabColour: undefined,
  columns: [{ width: 20, hidden: false }],
  rows: [],
  merges: [],
  table: undefined,
  validations: [],
  conditions: [],
  freeze: { rows: 0, columns: 0 },
  zoom: 100,
  print: {
    paper: 'A4',
    orientation: 'portrait',
    titleRows: undefined,
    footer: { left: [], right: [], font: 'Arial', colour: '#566373' },
  },
  origin: 'test',
};
