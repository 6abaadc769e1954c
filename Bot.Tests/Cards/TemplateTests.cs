using System.Text.Json;
using System.Text.Json.Nodes;
using StationBot.Cards;

namespace StationBot.Tests.Cards;

public sealed class TemplateTests
{
    private const string Data =
        """
        {"name":"李桂兰","n":2,"price":12.50,"yes":true,"no":false,"nothing":null,"empty":[],"tags":["a","b","c"],"a-b":"hyphen",
         "who":{"name":"王强","pets":[{"name":"咪咪","legs":4},{"name":"小黄","legs":3}]},"hostile":"${name} \"q\" \\ 😊 </script> {{x}}"}
        """;

    [Theory]
    // Paths and types
    [InlineData("""{"t":"${name}"}""", """{"t":"李桂兰"}""")]
    [InlineData("""{"t":"${n}","u":"${price}","v":"${yes}","w":"${tags}","x":"${who.pets[0]}"}""",
        """{"t":2,"u":12.50,"v":true,"w":["a","b","c"],"x":{"name":"咪咪","legs":4}}""")]
    [InlineData("""{"t":" ${n}","u":"${n}${n}","v":"${price} 元 ${yes}"}""", """{"t":" 2","u":"22","v":"12.50 元 true"}""")]
    [InlineData("""{"t":"${who.pets[1].name}","u":"${who['name']}","v":"${$data['a-b']}","w":"${tags[n]}"}""",
        """{"t":"小黄","u":"王强","v":"hyphen","w":"c"}""")]
    [InlineData("""{"t":"${ name }","u":"${$root.who.name}","v":"${$data.n}"}""", """{"t":"李桂兰","u":"王强","v":2}""")]
    [InlineData("""[1,1.50,true,"text",{"a":[]}]""", """[1,1.50,true,"text",{"a":[]}]""")]
    [InlineData("""{"$schema":"http://x","t":""}""", """{"$schema":"http://x","t":""}""")]
    // Escapes, and text that looks like a template
    [InlineData("""{"t":"\\${name}","u":"a \\${b} ${n}","v":"$ {} $5 \\"}""", """{"t":"${name}","u":"a ${b} 2","v":"$ {} $5 \\"}""")]
    [InlineData("""{"t":"${hostile}"}""", """{"t":"${name} \"q\" \\ 😊 </script> {{x}}"}""")]
    [InlineData("""{"t":"<${hostile}>"}""", """{"t":"<${name} \"q\" \\ 😊 </script> {{x}}>"}""")]
    [InlineData("""{"t":"${'}'}","u":"${'it\\'s'}","v":"${\"\\\\\"}"}""", """{"t":"}","u":"it's","v":"\\"}""")]
    // $data
    [InlineData("""{"$data":"${who}","t":"${name}","u":"${$root.name}"}""", """{"t":"王强","u":"李桂兰"}""")]
    [InlineData("""[{"$data":"${who.pets}","t":"${name}","i":"${$index}"},"end"]""", """[{"t":"咪咪","i":0},{"t":"小黄","i":1},"end"]""")]
    [InlineData("""[{"$data":"${tags}","t":"${$data}"}]""", """[{"t":"a"},{"t":"b"},{"t":"c"}]""")]
    [InlineData("""[{"$data":"${tags}","in":{"$data":"${$root.who}","t":"${name}${$index}"}}]""",
        """[{"in":{"t":"王强0"}},{"in":{"t":"王强1"}},{"in":{"t":"王强2"}}]""")]
    [InlineData("""["a",{"$data":"${empty}","t":"x"},{"$data":"${nothing}","t":"x"},"b"]""", """["a","b"]""")]
    [InlineData("""{"a":{"$data":"${nothing}","t":"${x}"},"b":1}""", """{"b":1}""")]
    // $when
    [InlineData("""[{"$when":"${yes}","t":1},{"$when":"${no}","t":"${missing}"}]""", """[{"t":1}]""")]
    [InlineData("""{"a":{"$when":"${no}"},"b":{"$when":"${n == 2}"}}""", """{"b":{}}""")]
    [InlineData("""[{"$data":"${who.pets}","$when":"${legs > 3}","t":"${name}"}]""", """[{"t":"咪咪"}]""")]
    // null is left out
    [InlineData("""{"a":"${nothing}","b":["${nothing}",1]}""", """{"b":[1]}""")]
    // Operators
    [InlineData("""["${n == 2}","${n != 2}","${n > 1}","${n >= 2}","${n < 2}","${n <= 1.5}"]""", "[true,false,true,true,false,false]")]
    [InlineData("""["${name == '李桂兰'}","${n == '2'}","${nothing == null}","${yes == true}"]""", "[true,false,true,true]")]
    [InlineData("""["${yes && no}","${yes || no}","${!yes}","${!(yes && no)}","${no && no || yes}","${no && (no || yes)}"]""",
        "[false,true,false,true,true,false]")]
    [InlineData("""["${and(yes, no)}","${or(no, yes)}","${not(no)}"]""", "[false,true,true]")]
    [InlineData("""["${no && missing}","${yes || missing}"]""", "[false,true]")]
    // Functions
    [InlineData("""["${if(yes, n, missing)}","${if(n > 2, 'a', 'b')}","${if(exists(missing), missing, 'none')}"]""", """[2,"b","none"]""")]
    [InlineData("""["${string(n)}","${string(price)}","${string(yes)}","${string(1.5)}"]""", """["2","12.50","true","1.5"]""")]
    [InlineData("""["${join(tags, '、')}","${count(tags)}","${count(empty)}","${count(name)}"]""", """["a、b、c",3,0,3]""")]
    [InlineData("""["${exists(name)}","${exists(nothing)}","${exists(missing.deeper)}","${exists(tags[3])}","${exists(who.pets[1])}"]""",
        "[true,false,false,false,true]")]
    [InlineData("""["${substring('██████', 0, n)}","${substring('░░░', n)}","${substring('░', 0, 0)}"]""", """["██","░",""]""")]
    public void Fills(string template, string expected)
    {
        var filled = Fill(template);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), filled), filled?.ToJsonString());
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[}""", "'}' is an invalid start")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","type":"x"}""", "Duplicate property 'type'")]
    [InlineData("""[]""", "must be an object with type AdaptiveCard and version 1.5")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.6"}""", "must be an object with type AdaptiveCard and version 1.5")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","$when":"${x}"}""", "can be neither repeated nor left out")]
    public void A_file_that_is_no_card_is_named(string json, string reason) =>
        AssertFails(() => TemplateParser.ParseCard("bad.json", json), "bad.json: ", reason);

    [Theory]
    [InlineData("""{"body":[{"$host":"x"}]}""", "$.body[0].$host", "unknown keyword '$host'")]
    [InlineData("""{"a":{"$when":true}}""", "$.a.$when", "must be one ${…}")]
    [InlineData("""{"a":{"$when":"true"}}""", "$.a.$when", "must be one ${…}")]
    [InlineData("""{"a":{"$data":["x"]}}""", "$.a.$data", "must be one ${…}")]
    [InlineData("""{"a":{"$data":"${x}${y}"}}""", "$.a.$data", "must be one ${…}")]
    [InlineData("""{"a":null}""", "$.a", "null has no place in a card")]
    [InlineData("""{"${a}":1}""", "$.${a}", "a property's name can't be an expression")]
    [InlineData("""{"a":"x ${formatDateTime(d)}"}""", "$.a ${formatDateTime(d)}", "'formatDateTime' with these arguments is no function")]
    [InlineData("""{"a":"${if(x)}"}""", "$.a ${if(x)}", "'if' with these arguments")]
    [InlineData("""{"a":"${exists('x')}"}""", "$.a ${exists('x')}", "'exists' with these arguments")]
    [InlineData("""{"a":"${$host.x}"}""", "$.a ${$host.x}", "'$host' at 3 is no variable")]
    [InlineData("""{"a":"${x + 1}"}""", "$.a ${x + 1}", "'}' is expected, not '+' at 5")]
    [InlineData("""{"a":"${x.}"}""", "$.a ${x.}", "'}' at 5 is not understood")]
    [InlineData("""{"a":"${x[0}"}""", "$.a ${x[0}", "']' is expected, not '}' at 6")]
    [InlineData("""{"a":"${x"}""", "$.a ${x", "'}' is expected, not the end")]
    [InlineData("""{"a":"${'x}"}""", "$.a ${'x}", "a text has no closing quote")]
    [InlineData("""{"a":"${}"}""", "$.a ${}", "'}' at 3 is not understood")]
    [InlineData("""{"a":"${1 == 1 == 1}"}""", "$.a ${1 == 1 == 1}", "'}' is expected, not '=' at 10")]
    [InlineData("""{"a":"${1.2.3}"}""", "$.a ${1.2.3}", "'1.2.3' is no number")]
    public void A_template_beyond_the_subset_stops_the_start(string template, string place, string reason) =>
        AssertFails(() => TemplateParser.Parse("bad.json", template), "bad.json: " + place, reason);

    [Theory]
    [InlineData("""{"body":[{"t":"${nmae}"}]}""", "$.body[0].t ${nmae}", "'nmae' is missing in the data")]
    [InlineData("""{"t":"${who.age} 岁"}""", "$.t ${who.age}", "'who.age' is missing in the data")]
    [InlineData("""{"t":"${nothing.x}"}""", "$.t ${nothing.x}", "'nothing.x' is missing in the data")]
    [InlineData("""{"t":"${tags[3]}"}""", "$.t ${tags[3]}", "'tags[…]' is missing in the data")]
    [InlineData("""{"a":{"$data":"${who}","t":"${n}"}}""", "$.a.t ${n}", "'n' is missing in the data")]
    [InlineData("""{"t":"${nothing} 次"}""", "$.t ${nothing}", "null has no text")]
    [InlineData("""{"t":"${who} 次"}""", "$.t ${who}", "an object or array has no text")]
    [InlineData("""{"t":"${$index}"}""", "$.t ${$index}", "$index stands outside")]
    [InlineData("""[{"$when":"${n}"}]""", "$[0].$when ${n}", "a condition must be true or false")]
    [InlineData("""[{"$when":"${nothing}"}]""", "$[0].$when ${nothing}", "a condition must be true or false")]
    [InlineData("""["${!name}"]""", "$[0] ${!name}", "a condition must be true or false")]
    [InlineData("""["${name > 1}"]""", "$[0] ${name > 1}", "only numbers")]
    [InlineData("""["${tags == 1}"]""", "$[0] ${tags == 1}", "can't be compared")]
    [InlineData("""["${count(n)}"]""", "$[0] ${count(n)}", "count() needs")]
    [InlineData("""["${join(n, '')}"]""", "$[0] ${join(n, '')}", "join() needs an array")]
    [InlineData("""["${substring(name, 4)}"]""", "$[0] ${substring(name, 4)}", "substring() reaches beyond its text")]
    [InlineData("""{"a":{"$data":"${tags}"}}""", "$.a.$data ${tags}", "outside of an array can't be repeated")]
    [InlineData("""[{"$data":"${n}"}]""", "$[0].$data ${n}", "$data must be an object, an array or null")]
    public void Data_that_does_not_fit_is_refused(string template, string place, string reason) =>
        AssertFails(() => Fill(template), "test.json: " + place, reason);

    [Fact]
    public void A_broken_file_in_the_folder_stops_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("cards");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "good.json"), """{"type":"AdaptiveCard","version":"1.5","body":[]}""");
            Assert.Equal(["good"], new CardTemplates(folder.FullName).Names);
            File.WriteAllText(Path.Combine(folder.FullName, "visit.json"), """{"type":"AdaptiveCard","version":"1.5","body":["${utcNow()}"]}""");
            AssertFails(() => _ = new CardTemplates(folder.FullName), "visit.json: $.body[0] ${utcNow()}", "no function");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Numbers_built_in_code_count_as_numbers()
    {
        var data = new JsonObject { ["int"] = 3, ["long"] = 3L, ["decimal"] = 3.5m };
        var template = TemplateParser.Parse("test.json", """["${int == long}","${decimal > int}","${int} ${decimal}"]""");
        var filled = Fill(template, data);
        Assert.Equal("""[true,true,"3 3.5"]""", filled!.ToJsonString());
    }

    private static JsonNode? Fill(string template)
    {
        var data = JsonNode.Parse(Data)!;
        return Fill(TemplateParser.Parse("test.json", template), data);
    }

    private static JsonNode? Fill(TemplateNode template, JsonNode data) => CardTemplates.Fill(template, JsonSerializer.SerializeToElement(data)) is { } filled ? JsonNode.Parse(filled.Span) : null;

    private static void AssertFails(Action action, string place, string reason)
    {
        var message = Assert.Throws<CardTemplateException>(action).Message;
        Assert.StartsWith(place, message);
        Assert.Contains(reason, message);
    }
}
