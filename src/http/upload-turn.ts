/** A file is held in memory until it is stored: so many at once in all, and so few of one clinic that others get in. */
const atOnce = { all: 6, ofClinic: 2 };

interface Waiting {
  readonly clinicId: string;
  readonly enter: () => void;
}

const waiting: Waiting[] = [];
const inside = new Map<string, number>();

/** Waits, unread and so without memory, until there is room; gives what is called, once, when the file has been dealt with. */
export function uploadTurn(clinicId: string): Promise<() => void> {
  return new Promise((resolve) => {
    waiting.push({ clinicId, enter: () => resolve(leavingOnce(clinicId)) });
    admit();
  });
}

function admit(): void {
  const total = [...inside.values()].reduce((sum, count) => sum + count, 0);
  if (total >= atOnce.all) return;
  const next = waiting.findIndex(({ clinicId }) => (inside.get(clinicId) ?? 0) < atOnce.ofClinic);
  const [entering] = next < 0 ? [] : waiting.splice(next, 1);
  if (!entering) return;
  inside.set(entering.clinicId, (inside.get(entering.clinicId) ?? 0) + 1);
  entering.enter();
}

function leavingOnce(clinicId: string): () => void {
  let left = false;
  return () => {
    if (left) return;
    left = true;
    const others = (inside.get(clinicId) ?? 1) - 1;
    if (others === 0) inside.delete(clinicId);
    else inside.set(clinicId, others);
    admit();
  };
}
