using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NonRecoursMatch.Rights.Evaluation;
using NonRecoursMatch.Rights.Verdicts;

namespace NonRecoursMatch.Rights.Households;

/// <summary>Writes results, one JSON object a line.</summary>
public sealed class ResultWriter(bool french) : IDisposable
{
    static readonly JsonEncodedText[] s_outcomes =
        [.. Enum.GetValues<Outcome>().Select(outcome => JsonEncodedText.Encode(JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString())))];

    static readonly JsonEncodedText[] s_benefits = [.. HouseholdResult.Benefits.Select(benefit => JsonEncodedText.Encode(benefit))];
    static readonly JsonEncodedText[] s_statuses = [JsonEncodedText.Encode("none"), JsonEncodedText.Encode("contributive"), JsonEncodedText.Encode("free")];

    // French text stays readable; the result is JSON in a file, never HTML.
    readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);
    readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>What was written since <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    /// <summary>Forgets what was written.</summary>
    public void Clear() => _buffer.ResetWrittenCount();

    /// <summary>Writes the result of a household. What cannot be computed is null.</summary>
    public void Write(string? id, HouseholdResult result)
    {
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteString("id"u8, id);
        for (var i = 0; i < 4; i++)
            Amount(i, result.Of(HouseholdResult.Benefits[i]), result);
        Status(result);
        _json.WriteStartObject("verdict"u8);
        for (var i = 0; i < s_benefits.Length; i++)
            _json.WriteString(s_benefits[i], s_outcomes[(int)result.Verdicts[i]]);
        _json.WriteEndObject();
        Texts("missing"u8, result.Missing, always: true);
        Texts("questions"u8, result.Questions, always: false);
        Texts("cautions"u8, result.Cautions, always: false);
        Texts("estimated"u8, result.Estimated, always: false);
        Texts("unmodelled"u8, result.Unmodelled, always: true);
        EndLine();
    }

    /// <summary>Writes the line of a household that could not be computed.</summary>
    /// <param name="id">Its id, when it could be read.</param>
    /// <param name="line">Its line in the input, from 1.</param>
    public void Write(string? id, long line, HouseholdException fault)
    {
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteString("id"u8, id);
        _json.WriteNumber("line"u8, line);
        _json.WriteString("error"u8, (fault.Field.Length == 0 ? "" : fault.Field + (french ? " : " : ": ")) + (french ? fault.Fr : fault.En));
        _json.WriteString("field"u8, fault.Field);
        EndLine();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    void Amount(int benefit, double amount, HouseholdResult result)
    {
        if (result.Verdicts[benefit] is Outcome.NonCalculable or Outcome.Indetermine)
            _json.WriteNull(s_benefits[benefit]);
        else
            _json.WriteNumber(s_benefits[benefit], Math.Round(amount, 2, MidpointRounding.AwayFromZero));
    }

    void Status(HouseholdResult result)
    {
        if (result.Verdicts[^1] is Outcome.NonCalculable or Outcome.Indetermine)
        {
            _json.WriteNull("c2s"u8);
            _json.WriteNull("c2s_participation"u8);
            return;
        }

        _json.WriteString("c2s"u8, s_statuses[result.C2s]);
        _json.WriteNumber("c2s_participation"u8, Math.Round(result.C2sParticipation, 2, MidpointRounding.AwayFromZero));
    }

    void Texts(ReadOnlySpan<byte> name, List<string> texts, bool always)
    {
        if (texts.Count == 0 && !always)
            return;
        _json.WriteStartArray(name);
        foreach (var text in texts)
            _json.WriteStringValue(text);
        _json.WriteEndArray();
    }

    void EndLine()
    {
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
    }
}
