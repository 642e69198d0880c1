import type { Told } from '../told.ts';

/**
 * Hears of every change for as long as the page can be seen, and of the last one when it can be seen again. A browser opens
 * six connections to one server and no more: pages behind others must not hold them.
 */
export function followNews(hear: (told: Told) => void, lose: () => void): void {
  let events: EventSource | undefined;
  const listen = () => {
    events?.close();
    if (document.hidden) return;
    events = new EventSource('/events');
    events.addEventListener('told', ({ data }) => hear(JSON.parse(data) as Told));
    events.addEventListener('error', lose);
  };
  document.addEventListener('visibilitychange', listen);
  listen();
}
