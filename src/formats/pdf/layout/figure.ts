import type { Figure } from '../../../document/tree.ts';
import { type Laid, laid, sideMargin } from './laid.ts';
import { setPicture } from './picture.ts';
import type { Setting } from './setting.ts';

/** A picture on its own. */
export function layFigure(setting: Setting, figure: Figure): Laid {
  return laid(setPicture(setting, figure.image, sideMargin(figure.space)), figure.space);
}
