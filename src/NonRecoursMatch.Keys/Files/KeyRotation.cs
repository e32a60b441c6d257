namespace NonRecoursMatch.Keys.Files;

/// <summary>Puts a new key in the place of an old one.</summary>
public static class KeyRotation
{
    /// <summary>
    /// Draws the successor of a key into new files, as many as the old key has and under the same passphrases, then marks the old files as rotated:
    /// they say since when and by which key, and are refused from then on.
    /// </summary>
    /// <param name="access">Opens the old key.</param>
    /// <param name="reference">Its file, or those of its halves.</param>
    /// <param name="paths">Files of the new key.</param>
    /// <param name="expires">Last day of use of the new key; null: none.</param>
    /// <returns>The new key.</returns>
    /// <exception cref="KeyRefusedException">The old key cannot be opened, is rotated already, or is not in plain files.</exception>
    /// <exception cref="ArgumentException">Not as many new files as old ones.</exception>
    /// <exception cref="IOException">A file exists, or cannot be written.</exception>
    public static KeyFile Rotate(KeyAccess access, string reference, IReadOnlyList<string> paths, DateOnly? expires)
    {
        var files = access.FilesOf(reference);
        using var key = access.Open(reference);
        if (key.Dates.Rotated is not null)
            key.RequireInForce(access.Clock);
        if (key.Kind is not { } kind)
            throw new KeyRefusedException(KeyRefusal.NotAFile, "bare digits have no place to say that they were rotated");
        var parts = access.OpenParts(reference);
        KeyFile? made = null;
        var (saved, marked) = (false, 0);
        try
        {
            if (paths.Count != parts.Length)
                throw new ArgumentException("a key of two halves has a successor of two halves", nameof(paths));
            made = KeyFile.Create(kind, key.Test, access.Clock, expires: expires);
            made.Save(paths, [.. parts.Select(part => part.Passphrase)]);
            saved = true;
            var dates = key.Dates with { Rotated = made.Dates.Created, Successor = made.Id };
            for (; marked < parts.Length; marked++)
            {
                using var old = new KeyPart(parts[marked].Header with { Dates = dates }, parts[marked].Bytes);
                old.Save(files[marked], parts[marked].Passphrase, replace: true);
            }

            return made;
        }
        catch
        {
            // As long as no file names the new key, it is as if it had never been; from then on it is the one to use.
            if (saved && marked == 0)
            {
                foreach (var path in paths)
                    File.Delete(path);
            }

            made?.Dispose();
            throw;
        }
        finally
        {
            Array.ForEach(parts, part => part.Dispose());
        }
    }
}
