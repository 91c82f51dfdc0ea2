import { InputError, parse } from 'gongwen';

const drop = document.querySelector('#drop');
const choose = document.querySelector('#choose');
const status = document.querySelector('#status');
const body = document.querySelector('tbody');

/** Text alone goes into the page, never markup: a plan is somebody else's text. */
function rowOf({ indicator, comparator, value, valueMax, unit, year, evidence }) {
  const row = document.createElement('tr');
  const printed = `${comparator} ${value}${valueMax === null ? '' : `~${valueMax}`}${unit}`;
  for (const text of [indicator, printed, year ?? '', evidence.quote]) row.insertCell().textContent = String(text);
  return row;
}

async function show(file) {
  status.textContent = `reading ${file.name} …`;
  body.replaceChildren();
  try {
    const { document: plan } = await parse(new Uint8Array(await file.arrayBuffer()), { path: file.name });
    body.replaceChildren(...plan.targets.map(rowOf));
    const { targets, deadlines, responsibilities } = plan;
    status.textContent = `${plan.meta.title ?? file.name}: ${targets.length} targets, ${deadlines.length} deadlines, ${responsibilities.length} statements of responsibility`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    status.textContent = `${file.name} cannot be read: ${error.diagnostic.code}`;
  }
}

choose.addEventListener('change', () => choose.files[0] && show(choose.files[0]));
drop.addEventListener('dragover', (event) => event.preventDefault());
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) show(file);
});
