const box = this.parentElement;
const text = box.querySelector('textarea').value;
const page = box.querySelector('template').innerHTML;
const said = box.querySelector('[role=status]');
const done = () => { said.textContent = this.dataset.done };
const failed = () => { said.textContent = this.dataset.failed };
if (navigator.clipboard && window.ClipboardItem) {
  navigator.clipboard.write([new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([page], { type: 'text/html' }),
  })]).then(done, failed);
} else {
  const area = box.querySelector('textarea');
  area.hidden = false;
  area.select();
  document.execCommand('copy') ? done() : failed();
  area.hidden = true;
}
