using System.Globalization;
using NonRecoursMatch.Holder.Registers;
using NonRecoursMatch.Holder.Sealing;
using NonRecoursMatch.Keys.Files;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Holder.Oppositions;

/// <summary>What became of the oppositions that were given to a register.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Renewed">Received again, later: they count from the new day.</param>
/// <param name="AlreadyThere">Nothing changed.</param>
public sealed record RegistrationCounts(int Added, int Renewed, int AlreadyThere);

/// <summary>
/// The oppositions of one source, kept encrypted by the body that received them (12 to 24 months, CRPA R. 114-9-7) and re-applied every month. Counted,
/// never listed: nothing of this class shows a person.
/// </summary>
public sealed class OppositionRegister
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "oppositions.bin";

    static readonly byte[] s_magic = "NROPP001"u8.ToArray();

    readonly List<RegisteredOpposition> _entries;

    OppositionRegister(Document? document)
    {
        _entries = [.. document?.Oppositions ?? []];
        (Expired, Withdrawn) = (document?.Expirees ?? 0, document?.Levees ?? 0);
    }

    /// <summary>The oppositions, expired ones included.</summary>
    public IReadOnlyList<RegisteredOpposition> Entries => _entries;

    /// <summary>How many were removed at their end.</summary>
    public long Expired { get; private set; }

    /// <summary>How many the persons took back.</summary>
    public long Withdrawn { get; private set; }

    /// <summary>The place of a source's register in a folder of registers.</summary>
    public static string PathIn(string registers, string source) => Path.Combine(registers, source, FileName);

    /// <summary>Reads a register; one that is not there is empty.</summary>
    /// <param name="path">The file.</param>
    /// <param name="secret">The body's secret.</param>
    /// <param name="source">Source id.</param>
    /// <param name="clock">Day of the machine's clock.</param>
    /// <exception cref="KeyRefusedException">It is of another secret or source (77).</exception>
    /// <exception cref="RegisterException">It was altered, or the clock was set back.</exception>
    public static OppositionRegister Open(string path, HolderSecret secret, string source, DateOnly clock)
    {
        if (!File.Exists(path))
            return new OppositionRegister(null);
        using var key = secret.OppositionsKey(source);
        var document = SealedFile.ReadAll(path, key, s_magic, bytes => StableJson.Read<Document>(bytes, FileName));
        if (string.CompareOrdinal(document.EcritLe, Written(clock)) > 0)
            throw new RegisterException(RegisterRefusal.ClockSetBack, $"{path} ({document.EcritLe} > {Written(clock)})");
        return new OppositionRegister(document);
    }

    /// <summary>Changes a register, or writes nothing when <paramref name="change"/> answers that nothing changed. Nobody else can change it meanwhile.</summary>
    /// <exception cref="KeyRefusedException">It is of another secret or source (77).</exception>
    /// <exception cref="RegisterException">It was altered, or the clock was set back.</exception>
    /// <exception cref="IOException">It cannot be written, or somebody else is changing it.</exception>
    public static OppositionRegister Change(string path, HolderSecret secret, string source, DateOnly clock, Func<OppositionRegister, bool> change)
    {
        // A wrong secret or an altered register must not even leave a folder behind.
        Open(path, secret, source, clock);
        using var writer = SealedFile.Create(path, secret.OppositionsKey(source), s_magic);
        var register = Open(path, secret, source, clock);
        if (!change(register))
            return register;
        writer.Write(StableJson.Bytes(new Document(1, source, Written(clock), register.Expired, register.Withdrawn, register._entries)));
        writer.Complete();
        return register;
    }

    /// <summary>Adds oppositions. The same one again changes nothing; a later one renews.</summary>
    public RegistrationCounts Add(IEnumerable<RegisteredOpposition> oppositions)
    {
        var (added, renewed, there) = (0, 0, 0);
        foreach (var opposition in oppositions)
        {
            var known = _entries.FindIndex(entry => entry.Portee == opposition.Portee && entry.IsOf(opposition));
            if (known < 0)
            {
                _entries.Add(opposition);
                added++;
            }
            else if (string.CompareOrdinal(opposition.RecueLe, _entries[known].RecueLe) > 0)
            {
                _entries[known] = opposition;
                renewed++;
            }
            else
            {
                there++;
            }
        }

        return new RegistrationCounts(added, renewed, there);
    }

    /// <summary>Takes every opposition of these persons back, at their own request.</summary>
    /// <returns>How many.</returns>
    public int Withdraw(IReadOnlyList<RegisteredOpposition> persons)
    {
        var gone = _entries.RemoveAll(entry => persons.Any(entry.IsOf));
        Withdrawn += gone;
        return gone;
    }

    /// <summary>Removes what has ended.</summary>
    /// <returns>How many.</returns>
    public int Expire(int months, DateOnly today)
    {
        var gone = _entries.RemoveAll(entry => today >= entry.EndOf(months));
        Expired += gone;
        return gone;
    }

    /// <summary>The oppositions that count today.</summary>
    public IReadOnlyList<RegisteredOpposition> InForce(int months, DateOnly today) => [.. _entries.Where(entry => today < entry.EndOf(months))];

    /// <summary>Always masked.</summary>
    public override string ToString() => "•••";

    static string Written(DateOnly day) => day.ToString(RegisteredOpposition.Day, CultureInfo.InvariantCulture);

    /// <summary>The document under the encryption.</summary>
    sealed record Document(int Version, string Source, string EcritLe, long Expirees, long Levees, IReadOnlyList<RegisteredOpposition> Oppositions)
    {
        public override string ToString() => "•••";
    }
}
