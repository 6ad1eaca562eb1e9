import { FileDown } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';

interface FileDropProps {
  /** What to do, said while a file hangs over the window. */
  words: string;
  /** One or more; a folder is among them as a file that cannot be read. `data` is there until the call returns. */
  onFiles: (files: readonly File[], data: DataTransfer) => void;
}

/**
 * Files may be dropped anywhere on the window while this is up. For a mouse alone: a screen that has it has a file
 * input as well. Without it the browser would leave the app and open the file. The screen's own sheet imports
 * `file-drop.css`: the first load names every sheet there is.
 */
export function FileDrop({ words, onFiles }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      // Into another element of the page, or out of the window.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      const data = event.dataTransfer;
      if (data !== null && data.files.length > 0) take([...data.files], data);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  if (!isOver) return null;
  return <div className="file-drop" aria-hidden="true"><FileDown />{words}</div>;
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
