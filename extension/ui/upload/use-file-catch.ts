import { useRef, useState } from 'preact/hooks';

/** A file that is dropped on a place, or pasted while it has the focus. */
export function useFileCatch(onFile: (file: File) => void) {
  const [dragging, setDragging] = useState(false);
  // Entering a child comes before leaving its parent: only the sum tells when the file is outside.
  const inside = useRef(0);

  function move(event: DragEvent, step: 1 | -1): void {
    if (!bringsFiles(event.dataTransfer)) return;
    event.preventDefault();
    inside.current = Math.max(0, inside.current + step);
    setDragging(inside.current > 0);
  }

  function take(event: Event, data: DataTransfer | null): void {
    const [file] = data?.files ?? [];
    if (!file) return;
    event.preventDefault();
    onFile(file);
  }

  const handlers = {
    onDragEnter: (event: DragEvent) => move(event, 1),
    onDragLeave: (event: DragEvent) => move(event, -1),
    // Without this the browser shows the file instead of dropping it here.
    onDragOver(event: DragEvent) {
      if (bringsFiles(event.dataTransfer)) event.preventDefault();
    },
    onDrop(event: DragEvent) {
      inside.current = 0;
      setDragging(false);
      take(event, event.dataTransfer);
    },
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData),
  };
  return { dragging, handlers };
}

function bringsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}
