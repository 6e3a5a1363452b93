/** The page that came is seen before the scripts take the line and the time of a slow phone. */
const seen = () =>
  new Promise((resolve) => {
    if (document.hidden) resolve(null);
    else requestAnimationFrame(() => setTimeout(resolve));
  });

/** Without the pause that a timer would make. */
const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });

/** What the page names is fetched, and each file runs in a task of its own, the one that starts it all last: a phone answers its user in between. */
async function start(): Promise<void> {
  await seen();
  const scripts = [
    ...document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"], link[rel="when-seen"]'),
  ];
  for (const link of scripts) {
    link.rel = 'modulepreload';
    await nextTask();
  }
  for (const { href } of scripts) {
    await import(/* @vite-ignore */ href);
    await nextTask();
  }
}

void start();
