// The phone's page: one picture for one slot. Runs as it stands here, in the phone's own browser.

const MOST_BYTES = Number(document.body.dataset.mostBytes);
const LONG_EDGES = [3000, 2400, 2000, 1600];
const input = document.querySelector('input');
const state = document.querySelector('[role=status]');

input.addEventListener('change', async () => {
  const [file] = input.files;
  if (!file) return;
  input.disabled = true;
  say('sending');
  try {
    const picture = file.size <= MOST_BYTES ? file : await smaller(file);
    const reply = await fetch(location.href, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: picture,
    });
    if (reply.ok) say('done');
    else await explain(reply);
  } catch {
    say('failed');
    again();
  }
});

/** The reasons come with the reply, in both languages. */
async function explain(reply) {
  const { text } = await reply.json();
  state.replaceChildren(...text.map(paragraph));
  state.dataset.state = 'failed';
  if (reply.status !== 410) again();
}

function again() {
  input.value = '';
  input.disabled = false;
}

function say(name) {
  state.dataset.state = name;
  state.replaceChildren(...document.querySelector(`template#${name}`).content.cloneNode(true).childNodes);
}

function paragraph(text) {
  const line = document.createElement('p');
  line.textContent = text;
  return line;
}

/** As large as the limit allows: the text must stay readable. */
async function smaller(file) {
  const picture = await createImageBitmap(file);
  for (const edge of LONG_EDGES) {
    const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    if (blob && blob.size <= MOST_BYTES) return blob;
  }
  return file;
}
