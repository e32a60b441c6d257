using NonRecoursMatch.Conventions.Faults;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>
/// Builds the positioned tree of one YAML document. An agreement is signed by people: aliases, anchors, tags and repeated keys, which make a
/// text mean something else than what a reader sees, are refused.
/// </summary>
sealed class YamlComposer
{
    // Deeper than any agreement; stops a hostile file before the stack does.
    const int MaximumDepth = 16;

    readonly Parser _parser;

    YamlComposer(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>Reads the document.</summary>
    /// <returns>The document, or null with the one fault that stopped the reading.</returns>
    public static (YamlMap? Document, Fault? Fault) Compose(string text)
    {
        var composer = new YamlComposer(text);
        try
        {
            composer._parser.Consume<StreamStart>();
            if (!composer._parser.TryConsume<DocumentStart>(out _))
                return (null, new Fault(FaultCodes.NotAMapping, "", 1, 1));
            var value = composer.Value("", null, 0);
            composer._parser.Consume<DocumentEnd>();
            composer._parser.Consume<StreamEnd>();
            return value is YamlMap map ? (map, null) : (null, new Fault(FaultCodes.NotAMapping, "", value.Line, value.Column));
        }
        catch (FaultyYaml refused)
        {
            return (null, refused.Fault);
        }
        catch (YamlException syntax)
        {
            return (null, new Fault(FaultCodes.YamlSyntax, "", (int)syntax.Start.Line, (int)syntax.Start.Column));
        }
        catch (InvalidOperationException)
        {
            // The scanner of YamlDotNet fails so on some texts, such as a flow list that is never closed.
            var last = composer._parser.Current?.End ?? Mark.Empty;
            return (null, new Fault(FaultCodes.YamlSyntax, "", Math.Max(1, (int)last.Line), Math.Max(1, (int)last.Column)));
        }
    }

    YamlValue Value(string path, Mark? key, int depth)
    {
        var current = _parser.Current!;
        var start = current.Start;
        if (depth > MaximumDepth)
            throw Refused(FaultCodes.TooDeep, path, start);
        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            throw Refused(FaultCodes.YamlAlias, path, start);

        if (_parser.TryConsume<Scalar>(out var scalar))
            return new YamlScalar(path, (int)start.Line, (int)start.Column, scalar.Value, scalar.Style == ScalarStyle.Plain);

        // A list or mapping is pointed at by its key: that is where people look.
        var place = key ?? start;
        if (_parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlValue>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
                items.Add(Value($"{path}[{items.Count}]", null, depth + 1));
            return new YamlList(path, (int)place.Line, (int)place.Column, items);
        }

        _parser.Consume<MappingStart>();
        return new YamlMap(path, (int)place.Line, (int)place.Column, Entries(path, depth));
    }

    List<KeyValuePair<string, YamlValue>> Entries(string path, int depth)
    {
        var entries = new List<KeyValuePair<string, YamlValue>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
                throw Refused(FaultCodes.YamlSyntax, path, _parser.Current!.Start);
            var own = path.Length == 0 ? key.Value : path + "." + key.Value;
            if (!names.Add(key.Value))
                throw Refused(FaultCodes.DuplicateKey, own, key.Start, key.Value);
            entries.Add(new(key.Value, Value(own, key.Start, depth + 1)));
        }

        return entries;
    }

    static FaultyYaml Refused(string code, string path, Mark mark, params string[] arguments)
        => new(new Fault(code, path, (int)mark.Line, (int)mark.Column, arguments));

    sealed class FaultyYaml(Fault fault) : Exception
    {
        public Fault Fault { get; } = fault;
    }
}
