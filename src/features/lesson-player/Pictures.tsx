import { useEffect, useRef, useState } from 'react';
import type { Picture } from '../../core/run-result.ts';
import { t } from '../../i18n/text.ts';

/** Pictures a program drew: data in an `<img>`, where nothing in it can run or reach out. */
export function Pictures({ pictures }: { readonly pictures: readonly Picture[] }) {
  return (
    <ul className="pictures">
      {pictures.map((picture, index) => (
        <li key={index}>
          <Drawn picture={picture} alt={t('player.picture', { n: index + 1 })} />
        </li>
      ))}
    </ul>
  );
}

function Drawn({ picture, alt }: { readonly picture: Picture; readonly alt: string }) {
  const image = useRef<HTMLImageElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const url = URL.createObjectURL(blobOf(picture));
    if (image.current !== null) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [picture]);
  if (isBroken) return <p className="run-output__ending">{t('player.pictureBroken')}</p>;
  return <img className="pictures__picture" ref={image} alt={alt} onError={() => setBroken(true)} />;
}

/** The bytes of a picture; of what is no base64, none: it then shows as broken. */
export function blobOf({ mimeType, data }: Picture): Blob {
  if (mimeType === 'image/svg+xml') return new Blob([data], { type: mimeType });
  try {
    return new Blob([Uint8Array.from(atob(data), (char) => char.charCodeAt(0))], { type: mimeType });
  } catch {
    return new Blob([], { type: mimeType });
  }
}
