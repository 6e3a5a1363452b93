import { type Asked, type Progress, type Result, verifyFile } from './verify-file.js';

/** The page that started this worker. */
interface Page {
  onmessage: ((message: { readonly data: Asked }) => void) | null;
  postMessage(message: Progress | Result): void;
}

/** What becomes verifier.js: a worker of the page's own origin that reads the file it is given, asks nobody, and answers. */
const page = globalThis as unknown as Page;

page.onmessage = ({ data }) => {
  const tell = (progress: Progress) => page.postMessage(progress);
  void verifyFile(data, tell).then((result) => page.postMessage(result));
};
