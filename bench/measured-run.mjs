// Loaded into a run that is measured (`node --import`): writes what it took into the file that MEASURED_RUN names when it ends.
import { writeFileSync } from 'node:fs';
import { constants, PerformanceObserver } from 'node:perf_hooks';
import { cpuUsage, memoryUsage, resourceUsage } from 'node:process';
import { isMainThread } from 'node:worker_threads';

const file = process.env.MEASURED_RUN;
if (isMainThread && file) {
  let heap = 0;
  new PerformanceObserver((list) => {
    const full = list.getEntries().some(({ detail }) => detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR);
    if (full) heap = Math.max(heap, memoryUsage().heapUsed);
  }).observe({ entryTypes: ['gc'] });
  process.on('exit', () => {
    const { user, system } = cpuUsage();
    const rss = resourceUsage().maxRSS * 1024;
    writeFileSync(file, JSON.stringify({ cpu: (user + system) / 1000, rss, heap }));
  });
}
