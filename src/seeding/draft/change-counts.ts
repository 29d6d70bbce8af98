/** How many of something a load creates, changes, leaves and moves aside. */
export interface ChangeCounts {
  created: number;
  updated: number;
  unchanged: number;
  retracted: number;
}

export function noChanges(): ChangeCounts {
  return { created: 0, updated: 0, unchanged: 0, retracted: 0 };
}

/** Counts nodes, all together and by kind. */
export class NodeCounter {
  readonly all = noChanges();
  readonly byKind: Record<string, ChangeCounts> = {};

  add(label: string, change: keyof ChangeCounts, howMany = 1): void {
    this.all[change] += howMany;
    const kind = (this.byKind[label] ??= noChanges());
    kind[change] += howMany;
  }
}
