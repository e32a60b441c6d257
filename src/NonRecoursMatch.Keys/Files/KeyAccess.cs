namespace NonRecoursMatch.Keys.Files;

/// <summary>How the keys of a command are opened.</summary>
/// <param name="folder">Folder that a relative path of a reference starts from.</param>
/// <param name="passphrases">References of the passphrases that may open an encrypted key file; a relative path starts from the current folder.</param>
/// <param name="clock">Tells whether a key is in force.</param>
public sealed class KeyAccess(string folder, IReadOnlyList<string> passphrases, TimeProvider clock)
{
    internal TimeProvider Clock => clock;

    /// <summary>Opens a key, in force or not.</summary>
    /// <param name="reference"><c>env:NAME</c> or <c>file:PATH</c>; the two halves of a key with a comma between them.</param>
    /// <exception cref="KeyRefusedException">There is none, it is not a key, a half or a passphrase is missing or wrong, or others can read its file.</exception>
    public KeyFile Open(string reference)
    {
        var parts = OpenParts(reference);
        try
        {
            using var whole = parts switch
            {
                [{ Header.Half: null } one] => new KeyPart(one.Header, one.Bytes),
                [var one] => throw new KeyRefusedException(KeyRefusal.HalfMissing, $"this is half {one.Header.Half} of key {one.Header.Id}; both are needed: file:A.json,file:B.json"),
                [var one, var other] => KeyPart.Join(one, other),
                _ => throw new KeyRefusedException(KeyRefusal.HalfMissing, "a key has two halves at most"),
            };
            return new KeyFile(whole.Header, whole.Bytes);
        }
        finally
        {
            Array.ForEach(parts, part => part.Dispose());
        }
    }

    /// <summary>Opens a root key that is in force.</summary>
    /// <exception cref="KeyRefusedException">See <see cref="Open"/>; or it is a holder secret, or outside its dates.</exception>
    public RootKey OpenRoot(string reference)
    {
        using var file = OpenInForce(reference);
        return file.OpenRoot();
    }

    /// <summary>Opens a holder secret that is in force.</summary>
    /// <exception cref="KeyRefusedException">See <see cref="Open"/>; or it is a root key, or outside its dates.</exception>
    public HolderSecret OpenSecret(string reference)
    {
        using var file = OpenInForce(reference);
        return file.OpenSecret();
    }

    /// <summary>Opens a key that is in force.</summary>
    /// <exception cref="KeyRefusedException">See <see cref="Open"/>; or it is outside its dates.</exception>
    public KeyFile OpenInForce(string reference)
    {
        var file = Open(reference);
        try
        {
            file.RequireInForce(clock);
            return file;
        }
        catch (KeyRefusedException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The plain files that a reference names: what can be rotated or destroyed.</summary>
    /// <exception cref="KeyRefusedException">It names a variable, or a link.</exception>
    internal string[] FilesOf(string reference) => [.. KeyReference.Halves(reference).Select(part =>
    {
        var path = KeyReference.PathOf(part, folder);
        return path is not null && new FileInfo(path).LinkTarget is null
            ? path
            : throw new KeyRefusedException(KeyRefusal.NotAFile, "only file:PATH, and no link, can be rotated or destroyed");
    })];

    /// <summary>What the files of a reference hold, each opened: one, or two halves.</summary>
    internal KeyPart[] OpenParts(string reference)
    {
        var opened = new List<KeyPart>();
        try
        {
            foreach (var part in KeyReference.Halves(reference))
                opened.Add(KeyReference.Read(part, folder, "key", OpenOne));
            return [.. opened];
        }
        catch (KeyRefusedException)
        {
            opened.ForEach(part => part.Dispose());
            throw;
        }
    }

    KeyPart OpenOne(KeyReference.Found found)
    {
        using var content = KeyFileJson.Read(found.Bytes, found.Origin);
        if (!content.Header.Test)
            found.RequirePrivate();
        if (content.Seal is null)
            return new KeyPart(content.Header, content.Bytes).Checked(found.Origin);
        return Decrypt(content, content.Seal, found.Origin).Checked(found.Origin);
    }

    /// <summary>Tries every passphrase; the answer does not tell a wrong passphrase from an altered file.</summary>
    KeyPart Decrypt(KeyFileContent content, PassphraseSeal seal, string origin)
    {
        if (passphrases.Count == 0)
            throw new KeyRefusedException(KeyRefusal.PassphraseNeeded, origin);
        var header = KeyFileJson.HeaderBytes(content.Header);
        var key = GC.AllocateArray<byte>(KeyMaterial.Size, pinned: true);
        try
        {
            foreach (var reference in passphrases)
            {
                using var passphrase = Passphrase.Read(reference, Directory.GetCurrentDirectory());
                if (seal.TryOpen(content.Bytes, passphrase, header, key))
                    return new KeyPart(content.Header, key, reference);
            }

            throw new KeyRefusedException(KeyRefusal.NotOpened, origin);
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(key);
        }
    }
}
