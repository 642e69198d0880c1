import type { Told } from '../told.ts';
import { type Choice, chooseFrom } from './choice.ts';
import { byId } from './element.ts';
import { listFindings } from './findings.ts';
import { followNews } from './news.ts';
import { notify, sayStanding } from './notice.ts';
import { listProducts } from './products.ts';
import { Stage } from './stage.ts';
import { writeTitle } from './title.ts';

const stage = new Stage();
let told: Told | undefined;

followNews(
  (news) => {
    const isFirst = told === undefined;
    told = news;
    void show(news);
    // In a long list, what the address asks for may stand far down.
    if (isFirst) document.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' });
  },
  () => notify('The preview has ended. Start annex dev again: this page goes on by itself.'),
);

document.addEventListener('click', follow);
window.addEventListener('popstate', () => told && void show(told));

/** Shows what the address asks for, of what was told last. */
async function show(news: Told): Promise<void> {
  const choice = chooseFrom(new URL(location.href), news.products);
  byId('workspace').textContent = news.workspace;
  listFindings(news, choice);
  keepFocus(() => {
    listProducts(news.products, choice);
    writeTitle(
      news.products.find(({ id }) => id === choice?.product),
      choice,
    );
  });
  if (choice !== undefined) await showDocument(choice, news);
  else notify(news.fault);
}

async function showDocument(choice: Choice, news: Told): Promise<void> {
  try {
    const standing = await stage.show(choice);
    if (standing === undefined) return;
    notify(sayStanding(standing, news));
  } catch (thrown) {
    notify(thrown instanceof Error ? thrown.message : String(thrown));
  }
  byId('document').dataset.revision = String(news.revision);
}

/** A link to another document or view changes the address, and the page stays. */
function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-choice]');
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (link === null || !isPlain || told === undefined) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  void show(told);
}

/** Lists are written anew; who stands on a link in them stays there. */
function keepFocus(write: () => void): void {
  const name = nameOf(document.activeElement);
  write();
  if (name === undefined) return;
  const again = [...document.querySelectorAll('a[data-choice]')].find((link) => nameOf(link) === name);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

function nameOf(link: Element | null): string | undefined {
  if (link === null || !link.matches('a[data-choice]')) return undefined;
  return link.getAttribute('aria-label') ?? link.textContent ?? undefined;
}
