import type { Told } from '../told.ts';
import { byId } from './element.ts';
import type { Standing } from './stage.ts';

/** Says in words when what is shown is not what the sources say; nothing while all is well. */
export function notify(text: string | undefined): void {
  const notice = byId('notice');
  notice.hidden = text === undefined;
  notice.textContent = text ?? '';
}

/** What there is to say of a document that is shown. */
export function sayStanding(standing: Standing, told: Told): string | undefined {
  if (told.fault !== undefined) return `The workspace cannot be read: ${told.fault}`;
  if (standing === 'kept')
    return 'This is the last state that could be made: errors keep the present one from it.';
  return undefined;
}
