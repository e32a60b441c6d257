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
        using var old = access.Open(reference);
        if (old.Dates.Rotated is not null)
            old.RequireInForce(access.Clock);
        if (old.Kind is not { } kind)
            throw new KeyRefusedException(KeyRefusal.NotAFile, "bare digits have no place to say that they were rotated");
        var parts = access.OpenParts(reference);
        KeyFile? made = null;
        try
        {
            if (paths.Count != parts.Length)
                throw new ArgumentException("a key of two halves has a successor of two halves", nameof(paths));
            made = KeyFile.Create(kind, old.Test, access.Clock, expires: expires);
            made.Save(paths, [.. parts.Select(part => part.Passphrase)]);
            var dates = old.Dates with { Rotated = made.Dates.Created, Successor = made.Id };
            for (var i = 0; i < parts.Length; i++)
            {
                using var marked = new KeyPart(parts[i].Header with { Dates = dates }, parts[i].Bytes);
                marked.Save(files[i], parts[i].Passphrase, replace: true);
            }

            return made;
        }
        catch
        {
            made?.Dispose();
            throw;
        }
        finally
        {
            Array.ForEach(parts, part => part.Dispose());
        }
    }
}
