import type { SentFile } from '@parley/shared/api/media';

/** Why a file did not get there: the server's status, 0 = nothing came back. */
export class UploadFailure extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The upload was answered ${status}`);
    this.status = status;
  }
}

/** Sends a file to where a chat's files go, telling its progress (0 to 1); aborting `signal` ends it. */
export function uploadFile(address: string, file: File, { token, onProgress, signal }: { token: string; onProgress(share: number): void; signal: AbortSignal }): Promise<SentFile> {
  return new Promise((resolve, reject) => {
    // fetch tells nothing of how much of a body has gone out.
    const request = new XMLHttpRequest();
    request.open('POST', `${address}?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => (request.status === 201 ? resolve(request.response as SentFile) : reject(new UploadFailure(request.status)));
    request.onerror = () => reject(new UploadFailure(0));
    request.onabort = () => reject(new UploadFailure(0));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
