using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Faults;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>What came of reading an agreement: a checked one, or everything wrong with it.</summary>
/// <param name="Path">Absolute path of the file.</param>
/// <param name="Agreement">Null when there is a fault.</param>
/// <param name="Faults">Empty when there is an agreement.</param>
public sealed record AgreementReading(string Path, Agreement? Agreement, IReadOnlyList<Fault> Faults);

/// <summary>Reads <c>convention.yaml</c>: text, structure (JSON Schema), then the rules that tie keys together.</summary>
public static partial class AgreementLoader
{
    /// <summary>Name of the file inside a folder.</summary>
    public const string FileName = "convention.yaml";

    /// <summary>The agreement at <paramref name="path"/>, a file or a folder that holds <see cref="FileName"/>.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="AgreementException">It cannot be used.</exception>
    public static Agreement Load(string path, ConventionLibrary library)
    {
        var reading = Read(path, library);
        return reading.Agreement ?? throw new AgreementException(reading.Path, reading.Faults);
    }

    /// <summary>Reads without throwing for a fault of the agreement: what <c>convention check</c> shows.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static AgreementReading Read(string path, ConventionLibrary library)
    {
        var file = Path.GetFullPath(Directory.Exists(path) ? Path.Combine(path, FileName) : path);
        if (!File.Exists(file))
            throw new FileNotFoundException($"no agreement at {file}", file);

        var bytes = File.ReadAllBytes(file);
        if (!TryDecode(bytes, out var text))
            return new AgreementReading(file, null, [new Fault(FaultCodes.Encoding, "", 1, 1)]);

        var (document, syntax) = YamlComposer.Compose(text);
        if (document is null)
            return new AgreementReading(file, null, [syntax!]);

        // Structure first: the rules below rely on the schema. What a gap should have been is not held against it twice.
        var gaps = GapRules.Gaps(document).ToList();
        var structure = AgreementSchema.Read(library.AgreementSchema).Check(document).Where(fault => gaps.TrueForAll(gap => gap.Path != fault.Path));
        List<Fault> faults = [.. Secrets(document), .. gaps.Concat(structure).OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)];
        if (faults.Count > 0)
            return new AgreementReading(file, null, faults);

        var draft = new AgreementDraft(document, file, library);
        var agreement = AgreementBuilder.Build(draft, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return draft.Faults.Count > 0 ? new AgreementReading(file, null, draft.Faults) : new AgreementReading(file, agreement, []);
    }

    static bool TryDecode(byte[] bytes, out string text)
    {
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    // An agreement is copied, mailed and printed: a key value in it is a leaked key, wherever it stands. It is never shown again.
    static IEnumerable<Fault> Secrets(YamlValue value) => value switch
    {
        YamlMap map => map.Entries.SelectMany(entry => Secrets(entry.Value)),
        YamlList list => list.Items.SelectMany(Secrets),
        YamlScalar scalar when KeyLike().IsMatch(scalar.Text) => [new Fault(FaultCodes.SecretInAgreement, scalar.Path, scalar.Line, scalar.Column)],
        _ => [],
    };

    /// <summary>32 bytes or more in hexadecimal, or 43 characters or more of base64 with upper case, lower case and digits.</summary>
    [GeneratedRegex(@"^([0-9A-Fa-f]{64,}|(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9+/_-]{43,}={0,2})$")]
    private static partial Regex KeyLike();
}
